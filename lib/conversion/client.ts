import { queryOptions } from "@tanstack/react-query";
import type { ConversionUpdateInput } from "@/lib/call/client/call";
import { ApiError } from "@/lib/platform/client/api-error";
import { sendRequest } from "@/lib/platform/client/send-request";
import { DryRunAnswer, type Preview } from "./contract/preview";

const PAUSE_MS = 150;
const REFUSED: ReadonlySet<number> = new Set([409, 422]);

/** What saving would change, or errors by field. The errors are empty if the call has changed in the meantime. */
export type PreviewResult =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/**
 * Previews an update when typing pauses; null requests nothing. While loading, a previous preview for the same version
 * of the call stays.
 */
export function previewQuery(callId: number, update: ConversionUpdateInput | null) {
  return queryOptions({
    queryKey: ["call", callId, "preview", update] as const,
    queryFn: async ({ signal }): Promise<PreviewResult> => {
      await pause(PAUSE_MS, signal);
      return askPreview(callId, update ?? {}, signal);
    },
    enabled: update !== null,
    placeholderData: (last, lastQuery) =>
      update === null || lastQuery?.queryKey[3]?.version === update.version ? last : undefined,
    gcTime: 0,
  });
}

async function askPreview(callId: number, body: ConversionUpdateInput, signal: AbortSignal): Promise<PreviewResult> {
  try {
    const path = `/calls/${callId}?dry_run=true`;
    const { preview } = await sendRequest(path, DryRunAnswer, { method: "PUT", body, signal });
    return { ok: true, preview };
  } catch (error) {
    const isRefused = error instanceof ApiError && REFUSED.has(error.status);
    if (isRefused) return { ok: false, errors: error.problem.errors ?? {} };
    throw error;
  }
}

/** Rejects when the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
