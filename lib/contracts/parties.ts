import { z } from "zod";
import { CountText, text } from "./scalars";

export const PartySearch = z
  .strictObject({
    q: text(0, 100).meta({ description: "Part of the name." }),
    per_page: CountText.refine((count) => count >= 1 && count <= 100, "Write a number from 1 to 100."),
  })
  .partial();

const Party = z.object({ id: z.number().int(), name: z.string() });
export type Party = z.infer<typeof Party>;
export const BuyerList = z.object({ status: z.literal(200), buyers: z.array(Party) }).meta({ id: "BuyerList" });

export const TrafficSourceList = z
  .object({ status: z.literal(200), traffic_sources: z.array(Party) })
  .meta({ id: "TrafficSourceList" });
