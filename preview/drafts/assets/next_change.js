// SPDX-License-Identifier: GPL-3.0-or-later
// N goes to the next change, P to the one before; without this the numbered links do.
'use strict';
{
  const links = [...document.querySelectorAll('.congbo-numbers a')];
  const marks = [...document.querySelectorAll('[id^="congbo-change-"]')];
  let at = -1;
  const go = (step) => {
    at = (at + step + marks.length) % marks.length;
    const mark = marks[at];
    mark.tabIndex = -1;
    mark.focus({preventScroll: true});
    mark.scrollIntoView({block: 'center'});
    for (const link of links) link.toggleAttribute('aria-current', link.hash === '#' + mark.id);
  };
  if (marks.length > 0) {
    for (const hint of document.querySelectorAll('.congbo-keys')) hint.hidden = false;
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest('input, textarea, select') || event.ctrlKey || event.altKey || event.metaKey;
      if (typing) return;
      if (event.key === 'n') go(1);
      if (event.key === 'p') go(-1);
    });
  }
}
