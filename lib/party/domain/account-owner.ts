/** The account owner: a buyer's receivable or a traffic source's payable. */
export type OwnerType = "buyer" | "traffic_source";
export type AccountOwner = { readonly type: OwnerType; readonly id: number };
