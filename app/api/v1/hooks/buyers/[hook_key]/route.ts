import { hookRoute } from "@/lib/http/hook-route";

export const POST = hookRoute;
