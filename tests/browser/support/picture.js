// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as a few hundred numbers: the mean grey of each tile of a grid. Small enough for git, blunt enough that
// another version of the browser gives nearly the same, sharp enough to see a box that moved or a colour that went.

export const columns = 16;
export const rows = 24;

// png: bytes of a screenshot; helper: any page, whose canvas reads it. → columns × rows × 2 hexadecimal digits.
export async function tilesOf(png, helper) {
  return helper.evaluate(async ([base64, across, down]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const {data, width, height} = canvas.getImageData(0, 0, picture.width, picture.height);
    const sums = new Float64Array(across * down), counts = new Float64Array(across * down);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const tile = Math.floor((y * down) / height) * across + Math.floor((x * across) / width), at = (y * width + x) * 4;
        sums[tile] += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
        counts[tile] += 1;
      }
    return [...sums].map((sum, tile) => Math.round(sum / counts[tile]).toString(16).padStart(2, '0')).join('');
  }, [png.toString('base64'), columns, rows]);
}

// How many tiles differ by more than `step` greys of 256.
export function tilesApart(one, other, step) {
  let apart = 0;
  for (let at = 0; at < columns * rows * 2; at += 2)
    if (Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16)) > step) apart += 1;
  return apart;
}
