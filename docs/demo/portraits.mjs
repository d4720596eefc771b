// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the portraits of the demonstration's leaders: node docs/demo/portraits.mjs (needs chromium and tests/browser's
// node_modules). Drawings, never photographs: nobody in this portal exists.
import {fileURLToPath} from 'node:url';
import {launch} from '../../tests/browser/support/browser.js';

const people = {
  'chu-tich': {ground:['#c9d6e8','#8fa6c6'], skin:'#e3b48d', shade:'#cf9c75', hair:'#3b3f48', style:'short', grey:true, coat:'#24324f', shirt:'#ffffff', tie:'#8f2a26'},
  'pho-chu-tich-kinh-te': {ground:['#dfe3cf','#a9b58b'], skin:'#d9a57c', shade:'#c38e66', hair:'#17181c', style:'side', coat:'#3a3f46', shirt:'#eef2f7', tie:'#2f5b7a'},
  'pho-chu-tich-noi-chinh': {ground:['#e6dccb','#bda884'], skin:'#e0ad84', shade:'#ca966e', hair:'#22201f', style:'parted', coat:'#2b3a34', shirt:'#ffffff', tie:'#6d5a2a', glasses:true},
  'pho-chu-tich-van-hoa-xa-hoi': {ground:['#ead7d6','#c49a9c'], skin:'#e8bc98', shade:'#d3a27e', hair:'#1d1a1c', style:'bun', dress:'#2b3c86', trim:'#c4973d'},
  'chanh-van-phong': {ground:['#d3e3df','#8fb3ab'], skin:'#e6b791', shade:'#d09e78', hair:'#2a2224', style:'long', dress:'#7c2f48', trim:'#e3c98c', glasses:true},
};
const hair = {
  short:(c)=>`<path d="M272 330c-10-150 60-196 128-196s140 44 128 198c-14-52-30-84-60-104-60 22-120 16-150 0-24 20-38 54-46 102z" fill="${c}"/>`,
  side:(c)=>`<path d="M268 352c-24-160 50-226 134-226 90 0 152 66 130 226-10-60-20-92-44-118-70 6-130-4-168-36-20 50-40 82-52 154z" fill="${c}"/>`,
  parted:(c)=>`<path d="M270 340c-16-150 50-210 130-210s146 58 130 210c-8-50-22-84-42-108-50-4-96-22-120-50-16 34-60 70-78 90-10 18-16 40-20 68z" fill="${c}"/>`,
  bun:(c)=>`<circle cx="400" cy="112" r="58" fill="${c}"/><path d="M262 400c-30-190 40-270 138-270s170 80 138 270c-12-70-34-128-66-160-50 22-110 22-150-6-32 36-50 90-60 166z" fill="${c}"/>`,
  long:(c)=>`<path d="M250 620c-10-150-26-210-10-320 14-110 74-172 160-172s148 62 160 172c16 110 0 170-10 320-24 20-50 24-70 8 8-130 14-260-14-372-60 20-120 6-152-22-24 70-30 230-2 394-20 14-44 8-62-8z" fill="${c}"/>`,
};

function svg(p) {
  const body = p.coat ? `
   <path d="M90 1000c6-170 60-232 190-268l120 40 120-40c130 36 184 98 190 268z" fill="${p.coat}"/>
   <path d="M318 716l82 54 82-54 20 40-102 150-102-150z" fill="${p.shirt}"/>
   <path d="M378 790l22-20 22 20 18 150-40 60-40-60z" fill="${p.tie}"/>
   <path d="M318 716l-62 60 84 224h60z M482 716l62 60-84 224h-60z" fill="${p.coat}" stroke="#00000022" stroke-width="4"/>`
   : `<path d="M110 1000c4-160 60-230 196-268 50 50 138 50 188 0 136 38 192 108 196 268z" fill="${p.dress}"/>
   <path d="M322 700h156v56c-40 34-116 34-156 0z" fill="${p.dress}"/><path d="M322 700h156v18c-50 20-106 20-156 0z" fill="${p.trim}"/>
   <path d="M478 746c40 40 80 60 120 70" fill="none" stroke="${p.trim}" stroke-width="8"/>`;
  const back = ['long'].includes(p.style) ? hair[p.style](p.hair) : '';
  const front = p.style==='long' ? `<path d="M276 380c-6-120 20-206 124-214 104 8 132 94 124 214-14-60-26-96-52-124-60 14-110 4-146-24-24 40-40 80-50 148z" fill="${p.hair}"/>` : hair[p.style](p.hair);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${p.ground[0]}"/><stop offset="1" stop-color="${p.ground[1]}"/></linearGradient></defs>
  <rect width="800" height="1000" fill="url(#g)"/><path d="M0 760l150-120 120 90 160-150 190 170 180-110v360H0z" fill="#ffffff" opacity=".18"/>
  <g transform="translate(-56 60) scale(1.14 1.06)">${back}</g><path d="M336 560h128v170c-30 44-98 44-128 0z" fill="${p.shade}"/><g transform="translate(-40 -30) scale(1.1 1.06)">${body}</g>
  <g transform="translate(-56 60) scale(1.14 1.06)"><ellipse cx="274" cy="398" rx="22" ry="36" fill="${p.shade}"/><ellipse cx="526" cy="398" rx="22" ry="36" fill="${p.shade}"/>
  <path d="M274 360c0-130 50-190 126-190s126 60 126 190c0 150-56 250-126 250s-126-100-126-250z" fill="${p.skin}"/>
  ${front}
  <path d="M318 352q28-16 56 0 M426 352q28-16 56 0" stroke="${p.hair}" stroke-width="9" fill="none" stroke-linecap="round"/>
  <ellipse cx="346" cy="388" rx="10" ry="12" fill="#2a2322"/><ellipse cx="454" cy="388" rx="10" ry="12" fill="#2a2322"/>
  <path d="M400 396l-12 66q12 12 26 4" stroke="${p.shade}" stroke-width="8" fill="none" stroke-linecap="round"/>
  <path d="M354 520q46 34 92 0" stroke="#9c4a3c" stroke-width="10" fill="none" stroke-linecap="round"/>
  ${p.glasses?`<g fill="none" stroke="#33302e" stroke-width="7"><rect x="302" y="358" width="86" height="62" rx="26"/><rect x="412" y="358" width="86" height="62" rx="26"/><path d="M388 384q12-8 24 0M302 380l-28-8M498 380l28-8"/></g>`:''}
  ${p.grey?`<path d="M280 322q-4-60 16-90M520 322q4-60-16-90" stroke="#8d9097" stroke-width="16" fill="none" stroke-linecap="round"/>`:''}</g>
  </svg>`;
}
const browser = await launch();
const page = await browser.newPage({viewport: {width: 800, height: 1000}});
for (const [name, person] of Object.entries(people)) {
  await page.setContent('<body style="margin:0">' + svg(person));
  const path = fileURLToPath(new URL(`../../content/anh/chan-dung-${name}.jpg`, import.meta.url));
  await page.screenshot({path, type: 'jpeg', quality: 84});
}
await browser.close();
