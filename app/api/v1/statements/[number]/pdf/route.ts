import { z } from "zod";
import { fileRoute } from "@/lib/api/file-route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { printStatement } from "@/lib/statement/print-statement";

export const GET = fileRoute({
  path: "/statements/{number}/pdf",
  summary: "A statement as PDF",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  media: "application/pdf",
  handle: ({ ctx, params }) => printStatement(ctx, params.number ?? ""),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
