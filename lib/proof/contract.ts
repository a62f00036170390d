import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const Time = z.string().meta({ format: "date-time", ...says("When.", "2026-11-23T10:43:00.000Z") });

export const Proof = z
  .object({
    id: z.number().int().meta(says("Number of the proof.", 4)),
    state: z
      .enum(["running", "holds", "differs", "failed"])
      .meta(
        says("running, holds, differs, or failed: it could not be finished, and says nothing of the books.", "holds"),
      ),
    started_at: Time.meta(says("When somebody asked for it.", "2026-11-23T10:43:00.000Z")),
    finished_at: Time.nullable().meta(says("When it was done; null while it runs.", "2026-11-23T10:43:09.000Z")),
    by: z.string().meta(says("Who asked for it.", "Ana Ruiz")),
    percent_done: z.number().int().meta(says("How much of it is done.", 100)),
    entries: z.number().int().meta(says("Entries that were derived again.", 18_204)),
    links: z.number().int().meta(says("Links of the chain that were computed again.", 412)),
    difference: z.string().nullable().meta(says("The first thing that differs; null where nothing does.", null)),
  })
  .meta({ id: "Proof", ...says("A run that derives the whole ledger again and compares.") });
export type Proof = z.infer<typeof Proof>;

const ChainHead = z
  .object({
    number: z.number().int().meta(says("Number of the last link.", 412)),
    digest: z.string().meta(says("Its seal, which covers all before it; hexadecimal.")),
    posted_at: Time.nullable().meta(says("When it was posted; null before the first.", "2026-11-23T10:43:00.000Z")),
  })
  .meta({ id: "ChainHead", ...says("The end of the chain of seals.") });

const Exported = z
  .object({
    file: z.string().meta(says("Where below DATA_DIR the links are appended.", "ledger-heads/1.jsonl")),
    number: z.number().int().meta(says("The newest link in it; 0: none yet.", 412)),
    missing: z
      .number()
      .int()
      .meta(says("Links that are not in it yet: until they are, whoever writes them again goes unnoticed.", 0)),
    address: z
      .string()
      .nullable()
      .meta(says("The host that gets every link besides; null where none is set.", "audit.test")),
    sent: z.number().int().nullable().meta(says("The newest link that it has taken.", 412)),
  })
  .meta({ id: "ExportedHeads", ...says("The links outside the database, as the server that answers keeps them.") });

export const ProofState = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    proof: Proof.nullable().meta(says("The last one; null before the first.")),
    head: ChainHead,
    exported: Exported,
  })
  .meta({ id: "ProofState" });
export type ProofState = z.infer<typeof ProofState>;
