// SPDX-License-Identifier: GPL-3.0-or-later
// Which colours of text stand on which grounds of a page. axe judges a pair of colours alike wherever it stands, so it
// need not look at every page in every theme at every width: only where a pair shows that it has not judged yet.

// In the page. → {pairs: ["rgb(…) on rgb(…) 16px 400", …], faults: [texts]}. Of what is drawn (SVG), which axe passes over,
// the contrast is computed here.
export const lookAtColours = () => {
  const grounds = new Map([[null, 'rgb(255, 255, 255)']]);
  const groundOf = (element) => {
    if (grounds.has(element)) return grounds.get(element);
    const {backgroundColor, backgroundImage, opacity} = getComputedStyle(element);
    const parts = backgroundColor.match(/[\d.]+/g).map(Number);
    const clear = parts.length === 4 && parts[3] === 0;
    let ground = clear ? groundOf(element.parentElement) : backgroundColor;
    if (parts.length === 4 && parts[3] > 0 && parts[3] < 1) ground = `${backgroundColor} over ${groundOf(element.parentElement)}`;
    if (backgroundImage !== 'none') ground += ` ${backgroundImage}`;
    if (opacity !== '1') ground += ` at ${opacity}`;
    grounds.set(element, ground);
    return ground;
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const pairs = new Set(), faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || seen.has(element)) continue;
    seen.add(element);
    if (/^(script|style|noscript|title|desc|option)$/.test(element.localName) || !element.checkVisibility({checkVisibilityCSS: true})) continue;
    const style = getComputedStyle(element), ground = groundOf(element);
    if (element instanceof SVGElement) {
      const least = parseFloat(style.fontSize) >= 24 ? 3 : 4.5;
      if (contrast(style.fill, ground) < least) faults.add(`${contrast(style.fill, ground).toFixed(2)}: drawn text ${style.fill} on ${ground} «${node.data.trim().slice(0, 30)}»`);
      continue;
    }
    pairs.add(`${style.color} on ${ground} ${style.fontSize} ${style.fontWeight}`);
    const link = element.closest('a[href]');
    if (link && link.parentElement) {
      const {color, textDecorationLine} = getComputedStyle(link), around = getComputedStyle(link.parentElement);
      pairs.add(`link ${color} ${textDecorationLine} in ${around.color} on ${groundOf(link)}`);
    }
  }
  return {pairs: [...pairs], faults: [...faults]};
};
