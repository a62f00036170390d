import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";
import { prisma } from "@/lib/platform/sql/prisma";
import { demoFileIn } from "./demo-file";
import { seedDemo } from "./seed-demo";

const dataDir = process.env.DATA_DIR ?? ".data";
const url = process.env.CALLMARK_URL ?? env().NEXTAUTH_URL;

try {
  await assertInstallationKey();
  const seeded = await seedDemo({ now: systemClock(), url, dataDir });
  if (seeded === "log-ins lost") {
    console.log(
      `The database contains the demo company, but ${demoFileIn(dataDir)} with its log-ins is missing. Passwords are stored as ` +
        "hashes only: restore that file, or seed an empty database.",
    );
  }
} finally {
  await prisma().$disconnect();
}
