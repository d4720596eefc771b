// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese words of a page that a screen reader would read by the rules of another language.
const letters = /[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ\u1ea4-\u1ef9]/i;
const alone = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const tokens = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g;

// Texts and spoken attributes with Vietnamese letters outside lang="vi", each once; what scripts and styles hold is not read.
export function unmarkedVietnamese(html) {
  const found = new Set(), open = [{name: '', language: ''}];
  const note = (text, language) => { if (letters.test(text) && language !== 'vi') found.add(text.trim().slice(0, 90)); };
  for (const [, closing, name, attributes, text] of html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3').matchAll(tokens)) {
    if (text !== undefined) note(text, open.at(-1).language);
    else if (closing) { while (open.length > 1 && open.pop().name !== name); }
    else if (name) {
      const language = attributes.match(/\blang="([^"]*)"/)?.[1] ?? open.at(-1).language;
      for (const [, value] of attributes.matchAll(/\b(?:alt|title|aria-label|placeholder|label)="([^"]*)"/g)) note(value, language);
      if (!alone.has(name)) open.push({name, language});
    }
  }
  return [...found];
}
