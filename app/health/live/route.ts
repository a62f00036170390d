export const dynamic = "force-dynamic";

export { serveLive as GET } from "@/lib/operation/serve-health";
