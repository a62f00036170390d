export const dynamic = "force-dynamic";

export { serveReady as GET } from "@/lib/operation/serve-health";
