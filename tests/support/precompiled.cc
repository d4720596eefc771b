// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the precompiled header of all tests (tests/CMakeLists.txt): main.cc cannot, since it asks Catch2 for its
// main.
