type Size = { readonly width: number; readonly height: number };

export type Png = Size & {
  readonly mediaType: "image/png";
  /** Its compressed pixels: each line of `lineBytes` begins with the number of its filter. */
  readonly pixels: readonly Uint8Array[];
  readonly lineBytes: number;
  /** Interlaced, animated, or transparent with fewer than 8 bits: what PDF libraries do not print. */
  readonly isUnusual: boolean;
};
export type Jpeg = Size & { readonly mediaType: "image/jpeg" };

/** What an image is, by its content and not by its name; null for anything but a whole PNG or JPEG. */
export function readLogoImage(bytes: Uint8Array): Png | Jpeg | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPng(bytes, view) ?? readJpeg(bytes, view);
  } catch (reason) {
    // It ends in the middle of a part.
    if (reason instanceof RangeError) return null;
    throw reason;
  }
}

/** Of the largest filter; each line names its own. */
export const LAST_FILTER = 4;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const FIRST_CHUNK = PNG.length;
const CHUNK_AROUND = 12;
const IHDR_BYTES = 13;
const ANIMATION = ["acTL", "fcTL", "fdAT"];
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunk = { readonly name: string; readonly content: Uint8Array };

/** PNG, third edition, 5.3: length, name, content and checksum. */
function chunksOf(bytes: Uint8Array, view: DataView): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = FIRST_CHUNK; chunks.at(-1)?.name !== "IEND"; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ name, content: bytes.subarray(at + 8, at + 8 + length) });
    at += CHUNK_AROUND + length;
    // The checksum is there.
    view.getUint8(at - 1);
  }
  return chunks;
}

function readPng(bytes: Uint8Array, view: DataView): Png | null {
  if (PNG.some((byte, at) => bytes[at] !== byte)) return null;
  const chunks = chunksOf(bytes, view);
  const names = chunks.map(({ name }) => name);
  if (names.indexOf("IHDR") !== 0 || names.lastIndexOf("IHDR") !== 0) return null;
  if (chunks[0]?.content.length !== IHDR_BYTES) return null;
  const header = FIRST_CHUNK + 8;
  const [width, height] = [view.getUint32(header), view.getUint32(header + 4)];
  const [bits, color, interlacing] = [header + 8, header + 9, header + 12].map((at) => view.getUint8(at));
  const channels = CHANNELS[color ?? -1];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(bits ?? 0)) return null;
  return {
    mediaType: "image/png",
    width,
    height,
    pixels: chunks.flatMap(({ name, content }) => (name === "IDAT" ? [content] : [])),
    lineBytes: 1 + Math.ceil((width * channels * (bits ?? 0)) / 8),
    isUnusual:
      interlacing !== 0 ||
      names.some((name) => ANIMATION.includes(name)) ||
      ((bits ?? 0) < 8 && names.includes("tRNS")),
  };
}

const NO_FRAME = [0xc4, 0xc8, 0xcc];

/** ITU-T T.81, B.1.1: markers with a length; a frame header, C0 to CF, has the size. */
function readJpeg(bytes: Uint8Array, view: DataView): Jpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker < 0xc0 || marker > 0xcf || NO_FRAME.includes(marker)) continue;
    return { mediaType: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
