// How many segments a text takes: GSM 7-bit (3GPP TS 23.038) where every character is in it, else
// UCS-2. Counts as smsbot.language.segments does; tests/browser/test_demo_page.py compares the two.

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ" +
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("\f^{}\\[~]|€");

export function segments(text) {
  const characters = [...text];
  const odd = characters.find((one) => !BASIC.has(one) && !EXTENDED.has(one));
  const sizes = characters.map((one) => (odd === undefined ? (EXTENDED.has(one) ? 2 : 1) : one.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, joined] = odd === undefined ? [160, 153] : [70, 67];
  if (units <= alone) return { count: 1, units, room: alone, odd };
  let [count, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > joined) [count, used] = [count + 1, 0];
    used += size;
  }
  return { count, units, room: joined * count, odd };
}
