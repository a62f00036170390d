import { OwnerNotFound } from "@/components/parties/owner-not-found";

export default function OfferNotFound() {
  return <OwnerNotFound kind="offer" />;
}
