import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const Time = z.string().meta({ format: "date-time", ...says("When it happened.", "2026-11-23T10:43:00.000Z") });

export const Proof = z
  .object({
    id: z.number().int().meta(says("ID of the verification.", 4)),
    state: z
      .enum(["running", "holds", "differs", "failed"])
      .meta(
        says(
          "`running`; `holds` if the ledger is correct; `differs` if not; or `failed` if the verification couldn't finish, which says nothing about the ledger.",
          "holds",
        ),
      ),
    started_at: Time.meta(says("When the verification was requested.", "2026-11-23T10:43:00.000Z")),
    finished_at: Time.nullable().meta(
      says("When the verification finished. Null while it is running.", "2026-11-23T10:43:09.000Z"),
    ),
    by: z.string().meta(says("Who requested the verification.", "Ana Ruiz")),
    percent_done: z.number().int().meta(says("Progress in percent.", 100)),
    entries: z.number().int().meta(says("Number of entries re-derived.", 18_204)),
    links: z.number().int().meta(says("Number of links of the chain recomputed.", 412)),
    difference: z.string().nullable().meta(says("First difference found. Null if there is none.", null)),
  })
  .meta({ id: "Proof", ...says("Verification of the whole ledger.") });
export type Proof = z.infer<typeof Proof>;

const ChainHead = z
  .object({
    number: z.number().int().meta(says("Number of the last link.", 412)),
    digest: z.string().meta(says("Digest of the link, which covers all earlier links. Hexadecimal.")),
    posted_at: Time.nullable().meta(
      says("When the link was posted. Null before the first.", "2026-11-23T10:43:00.000Z"),
    ),
  })
  .meta({ id: "ChainHead", ...says("Newest link of the chain.") });

const Exported = z
  .object({
    file: z.string().meta(says("File below DATA_DIR to which links are appended.", "ledger-heads/1.jsonl")),
    number: z.number().int().meta(says("Newest link in the file; 0 if there is none yet.", 412)),
    missing: z
      .number()
      .int()
      .meta(
        says("Number of links not in the file yet. Until they are, tampering with these links can go unnoticed.", 0),
      ),
    address: z
      .string()
      .nullable()
      .meta(says("Host that also receives every link. Null if none is configured.", "audit.test")),
    sent: z.number().int().nullable().meta(says("Newest link that the host has accepted.", 412)),
  })
  .meta({
    id: "ExportedHeads",
    ...says("Copies of the links outside the database, on the server that answered this request."),
  });

export const ProofState = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    proof: Proof.nullable().meta(says("Last verification. Null before the first.")),
    head: ChainHead,
    exported: Exported,
  })
  .meta({ id: "ProofState" });
export type ProofState = z.infer<typeof ProofState>;
