import { openApi } from "@/lib/http/open-api";
import { declaredRoutes } from "./declared-routes";

/** Made once, when the application is built. */
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(openApi(declaredRoutes));
}
