import { readFileSync, writeFileSync } from "node:fs";
import { envExample } from "@/lib/platform/config/env-example";
import { withSettings } from "@/lib/platform/config/env-table";

const page = new URL("../docs/operations.md", import.meta.url);
writeFileSync(new URL("../.env.example", import.meta.url), envExample());
writeFileSync(page, withSettings(readFileSync(page, "utf8")));
