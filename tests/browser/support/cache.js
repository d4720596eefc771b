// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures are made once for all files of tests: options of `build` for a folder that keeps them.
export const cache = process.env.CONGBO_CACHE ? ['--cache', process.env.CONGBO_CACHE] : [];
