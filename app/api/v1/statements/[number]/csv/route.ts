import { z } from "zod";
import { fileRoute } from "@/lib/api/file-route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { exportStatement } from "@/lib/statement/print-statement";

export const GET = fileRoute({
  path: "/statements/{number}/csv",
  summary: "A statement with all its lines as CSV",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  media: "text/csv",
  handle: ({ ctx, params }) => exportStatement(ctx, params.number ?? ""),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
