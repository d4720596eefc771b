# SPDX-License-Identifier: GPL-3.0-or-later
"""What the illustrations of the demonstration portal are drawn with."""
