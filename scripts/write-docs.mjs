import { readFileSync, writeFileSync } from "node:fs";
import { withFloors } from "./docs/floors-table.mjs";
import { inRoot } from "./setup/paths.mjs";

const page = inRoot("docs/architecture.md");
writeFileSync(page, withFloors(readFileSync(page, "utf8")));
