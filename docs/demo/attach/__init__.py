# SPDX-License-Identifier: GPL-3.0-or-later
"""What the attachments of the demonstration portal are made with."""
