import { openApi } from "@/lib/http/open-api";
import { declaredRoutes } from "./declared-routes";

let text: string | undefined;

export function GET(): Response {
  text ??= JSON.stringify(openApi(declaredRoutes));
  return new Response(text, {
    headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
  });
}
