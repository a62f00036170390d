/** What opens the database as its owner. No process that serves has it in its environment, where it could be read. */
const OWNER_SECRETS = ["MIGRATION_URL", "OWNER_PASSWORD"];

/** Takes them from the environment of a program that is started (scripts/setup/run.mjs). */
export const WITHOUT_OWNER_SECRETS = Object.fromEntries(OWNER_SECRETS.map((name) => [name, undefined]));

/**
 * Why a program that others started does not go on, or null: what it was started with stays readable, also if it is
 * deleted.
 * @param {Record<string, string | undefined>} env
 */
export function findOwnerSecret(env) {
  const name = OWNER_SECRETS.find((variable) => env[variable]);
  return name ? `${name} is the owner's: give it to scripts/runtime/migrate.mjs only, not to this program.` : null;
}
