// SPDX-License-Identifier: GPL-3.0-or-later
// html-validate's recommended, accessibility and document rules, all errors; each one that is off or softened says why.
export const markupRules = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Narrow tables become blocks by style sheet, and browsers then forget that they are tables: the roles are there for that.
    'no-redundant-role': 'off',
    // A part of a layout that a page has no use for may leave a space at the end of a line: no reader meets it.
    'no-trailing-whitespace': 'off',
    // Documents are titled by law, in as many words as it takes.
    'long-title': 'off',
    // Style and script come from the portal's own host, by the hash of their bytes in the name.
    'require-sri': ['error', {target: 'crossorigin'}],
    // Ids of headings begin as the heading does: «1. Xác định vị trí» is 1-xac-dinh-vi-tri. HTML allows it, CSS is not asked.
    'valid-id': ['error', {relaxed: true}],
    // The panel of reading comfort is a form whose choices hold at once: there is nothing to send. Forms that send are tested in reading.test.js.
    'wcag/h32': 'off',
    // Numbers are copied and dialled as they stand; where lines break in them is the style sheet's.
    'tel-non-breaking': 'off',
  },
};
