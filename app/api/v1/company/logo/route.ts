import { file } from "@/lib/api/file-output";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getLogo, removeLogo, saveLogo } from "@/lib/statement/company-logo";
import { LogoAnswer, LogoQuery, LogoUpdate } from "@/lib/statement/contract/logo";

const VERSION = "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0";

export const GET = route({
  name: "getLogo",
  policy: KEY_OR_SESSION,
  path: "/company/logo",
  input: LogoQuery,
  output: file("image/png", "image/jpeg"),
  statuses: [200, 404],
  docs: {
    section: "Company",
    title: "Download the company's logo",
    about: [
      "Returns the logo on new statements, or the given version, which issued statements keep. Requires the permission `settings: read` or `billing: read`.",
    ],
    example: { send: `version=${VERSION}` },
  },
  handle: async ({ ctx, input }) => {
    const { mediaType, content } = await getLogo(ctx, input);
    // A version never changes; the current logo does.
    return { body: content, media: mediaType, ...(input.version && { cache: "private, max-age=31536000, immutable" }) };
  },
});

export const PUT = route({
  name: "saveLogo",
  policy: KEY_OR_SESSION,
  path: "/company/logo",
  input: LogoUpdate,
  output: LogoAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Set the company's logo",
    about: [
      "The logo appears on new statements; issued statements keep theirs. Send a PNG or JPEG image of at most 256 KB and 2,000 by 2,000 pixels. Requires the permission `settings: update`.",
    ],
    example: {
      send: {
        image: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      },
      answer: { status: 200, version: VERSION },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, version: await saveLogo(ctx, input) }),
});

export const DELETE = route({
  name: "removeLogo",
  policy: KEY_OR_SESSION,
  path: "/company/logo",
  output: LogoAnswer,
  statuses: [200],
  docs: {
    section: "Company",
    title: "Remove the company's logo",
    about: ["New statements have no logo; issued statements keep theirs. Requires the permission `settings: update`."],
    example: { answer: { status: 200, version: null } },
  },
  handle: async ({ ctx }) => {
    await removeLogo(ctx);
    return { status: 200 as const, version: null };
  },
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
