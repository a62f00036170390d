import { writeFileSync } from "node:fs";
import { envExample } from "@/lib/platform/config/env-example";

writeFileSync(".env.example", envExample());
