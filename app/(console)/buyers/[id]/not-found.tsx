import { OwnerNotFound } from "@/components/parties/owner-not-found";

export default function BuyerNotFound() {
  return <OwnerNotFound kind="buyer" />;
}
