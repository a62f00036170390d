import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { promisify } from "node:util";
import { constants, createDeflate, createGzip, deflate, gzip } from "node:zlib";

type Encoding = "gzip" | "deflate";

/** A smaller body fits into one packet, so compressing it gains nothing. */
const LONG_ENOUGH_BYTES = 1024;
const COMPRESSIBLE = /^text\/|[/+]json\b/;

const whole = { gzip: promisify(gzip), deflate: promisify(deflate) };
/** Flushes each piece, so that streamed pieces arrive one by one. */
const STREAMED = { flush: constants.Z_SYNC_FLUSH };

export function isCompressible(media: string): boolean {
  return COMPRESSIBLE.test(media);
}

/** The encoding that the client accepts for a body of this length; null for unknown. */
export function encodingFor({ headers }: IncomingMessage, bytes = Number.POSITIVE_INFINITY): Encoding | null {
  const accepted = headers["accept-encoding"];
  if (typeof accepted !== "string" || bytes < LONG_ENOUGH_BYTES) return null;
  const offered = new Set(accepted.toLowerCase().split(",").flatMap(nameUnlessRefused));
  return offered.has("gzip") || offered.has("*") ? "gzip" : offered.has("deflate") ? "deflate" : null;
}

export function compressed(encoding: Encoding, text: string): Promise<Buffer> {
  return whole[encoding](text);
}

export function compressor(encoding: Encoding): Transform {
  return encoding === "gzip" ? createGzip(STREAMED) : createDeflate(STREAMED);
}

/** `gzip;q=0` means that gzip is not accepted. */
function nameUnlessRefused(coding: string): string[] {
  const [name = "", ...parameters] = coding.split(";").map((part) => part.trim());
  return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name];
}
