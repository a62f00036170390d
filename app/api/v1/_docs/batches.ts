export const BATCH = {
  id: 31,
  kind: "bulk",
  state: "done",
  by: { type: "api_key", name: "Warehouse sync" },
  reason: "Sales of week 47",
  started_at: "2026-11-23T10:42:00.000Z",
  finished_at: "2026-11-23T10:42:00.000Z",
  received: 2,
  changed: 1,
  held: 0,
  rejected: 1,
  calls: 1,
  undoes: null,
  undone_by: null,
};

export const UNDONE = {
  ...BATCH,
  id: 32,
  kind: "undo",
  reason: "Sent twice",
  received: 1,
  changed: 1,
  rejected: 0,
  undoes: 31,
};
