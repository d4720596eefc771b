// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers the choices of reading comfort for the next page. Without this file they hold for one page.
(() => {
  const root = document.documentElement.dataset, names = ['size', 'spacing', 'theme'];
  const read = (name) => { try { return localStorage.getItem('comfort-' + name); } catch { return null; } };
  const keep = (name, value) => {
    try { value ? localStorage.setItem('comfort-' + name, value) : localStorage.removeItem('comfort-' + name); } catch { /* private mode */ }
  };
  const choose = (name, value) => { if (value) root[name] = value; else delete root[name]; };
  names.forEach((name) => choose(name, read(name)));
  document.addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('.comfort form');
    if (!form) return;
    names.forEach((name) => { if (root[name]) form.elements[name].value = root[name]; });
    form.addEventListener('change', (event) => {
      const {name, value, defaultChecked} = event.target;
      choose(name, defaultChecked ? '' : value);
      keep(name, defaultChecked ? '' : value);
    });
    form.addEventListener('reset', () => names.forEach((name) => { choose(name, ''); keep(name, ''); }));
  });
})();
