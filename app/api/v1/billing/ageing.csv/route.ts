import { z } from "zod";
import { fileRoute } from "@/lib/api/file-route";
import { exportAgeing } from "@/lib/document/export-ageing";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = fileRoute({
  path: "/billing/ageing.csv",
  summary: "What buyers owe, by how long it has been due, as CSV",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  media: "text/csv",
  handle: ({ ctx }) => exportAgeing(ctx),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
