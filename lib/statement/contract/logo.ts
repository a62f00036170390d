import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { text } from "@/lib/platform/contract/scalars";

export const LOGO_KIBIBYTES = 256;
const BASE64_CHARACTERS = Math.ceil((LOGO_KIBIBYTES * 1024) / 3) * 4;
const TOO_LARGE = `Choose an image of at most ${LOGO_KIBIBYTES} KB.`;

export const LogoUpdate = z
  .strictObject({
    image: text(1, 4 * BASE64_CHARACTERS, "Choose an image.")
      .refine((value) => value.length <= BASE64_CHARACTERS, TOO_LARGE)
      .refine((value) => /^[A-Za-z0-9+/]*={0,2}$/.test(value), "Send the image as Base64.")
      .meta(says("A PNG or JPEG image of at most 256 KB, as Base64.", "iVBORw0KGgo…")),
  })
  .meta({ id: "LogoUpdate" });
export type LogoUpdate = z.output<typeof LogoUpdate>;

const Version = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "Send the 64 digits of a logo’s version.")
  .meta(
    says("SHA-256 of the image, in hexadecimal.", "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"),
  );

export const LogoQuery = z.strictObject({ version: Version }).partial();
export type LogoQuery = z.output<typeof LogoQuery>;

export const LogoAnswer = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    version: Version.nullable().meta(says("Version of the logo on new statements. Null for none.")),
  })
  .meta({ id: "LogoAnswer" });
