import { findViolations } from "./boundaries/find-violations.mjs";
import { root } from "./setup/paths.mjs";

const { files, violations } = await findViolations(root);

for (const violation of violations) console.error(violation);
console.log(`${files} files, ${violations.length} imports or lines that a boundary forbids.`);
process.exitCode = violations.length > 0 ? 1 : 0;
