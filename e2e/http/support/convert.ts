import type { z } from "zod";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { type Ask, ask, read } from "./ask";
import { keyOf } from "./credentials";
import { demo } from "./demo";

export type Converted = z.output<typeof ConversionAnswer>;

/** Sends a PUT, by default with the demo's API key, and expects success. */
export async function convert(call: { readonly id: number }, request: Ask, as = keyOf(demo)): Promise<Converted> {
  const headers = { ...as, ...request.headers };
  return read(ConversionAnswer, await ask("PUT", `/api/v1/calls/${call.id}`, { ...request, headers }));
}

/** The same through the secure API. */
export async function convertSecurely(call: { readonly uuid: string }, request: Ask): Promise<Converted> {
  const path = `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`;
  return read(ConversionAnswer, await ask("PUT", path, request));
}

export async function rollUp(): Promise<void> {
  const { status, text } = await ask("POST", "/api/v1/rollups", { headers: keyOf(demo) });
  if (status !== 200) throw new Error(text);
}
