import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { type ChecklistFacts, doneSteps, STEPS } from "./domain/checklist";
import { readChecklistFacts } from "./sql/checklist-facts";

export type Checklist = { readonly facts: ChecklistFacts; readonly isDismissed: boolean };

/** How far a company is on its way to its first posted charge, from what is stored. Throws `Forbidden`. */
export async function getChecklist(ctx: Context): Promise<Checklist> {
  permit(ctx.actor, "read", "settings");
  const { isDismissed, ...facts } = await readInCompanySql(ctx.company.id, readChecklistFacts);
  return { facts, isDismissed };
}

/** Whether the reader's home is the checklist: somebody who may take its steps, while it is neither done nor dismissed. */
export async function isChecklistHome(ctx: Context): Promise<boolean> {
  if (!may(ctx.actor.access, "update", "settings")) return false;
  const { facts, isDismissed } = await getChecklist(ctx);
  return !isDismissed && doneSteps(facts).size < STEPS.length;
}
