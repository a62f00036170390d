import { crc32, deflateSync } from "node:zlib";

type PngOptions = {
  readonly width: number;
  readonly height: number;
  readonly bits?: number;
  readonly color?: number;
  readonly interlaced?: boolean;
  /** Names of further, empty parts. */
  readonly more?: readonly string[];
  /** The uncompressed lines; by default black and transparent. */
  readonly lines?: Uint8Array;
};

const FOUR_CHANNELS = 6;

/** A whole PNG image. */
export function png({
  width,
  height,
  bits = 8,
  color = FOUR_CHANNELS,
  interlaced = false,
  more = [],
  lines = new Uint8Array((width * 4 + 1) * height),
}: PngOptions): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([bits, color, 0, 0, interlaced ? 1 : 0], 8);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    ...more.map((name) => chunk(name, new Uint8Array())),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** The parts of a JPEG image that say what it is; a viewer would show nothing. */
export function jpeg({ width, height }: { readonly width: number; readonly height: number }): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, 0xff, 0xd9);
}

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(name), content]);
  const around = new Uint8Array(4);
  const number = (value: number) => {
    const bytes = around.slice();
    new DataView(bytes.buffer).setUint32(0, value);
    return bytes;
  };
  return joined([number(content.length), named, number(crc32(named))]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
