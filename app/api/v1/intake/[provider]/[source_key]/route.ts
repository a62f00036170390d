import { intakeRoute } from "@/lib/http/intake-route";

export const POST = intakeRoute;
