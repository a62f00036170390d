import { Invalid } from "@/lib/base/errors";

/** The fields of a multipart form. Files are rejected. */
export async function readMultipart(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<[string, string][]> {
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => {
    throw new Invalid({}, "The body is not valid multipart/form-data. Nothing was saved.");
  });
  return [...form].map(([name, value]) => {
    if (typeof value !== "string") throw new Invalid({ [name]: "Send text, not a file." });
    return [name, value];
  });
}
