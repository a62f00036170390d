// Runs after a process that had joined the cluster was killed: stops the server unless another has joined.
import { Cluster } from "./cluster.mjs";

const [dir = ""] = process.argv.slice(2);
await (await Cluster.in(dir)).leave();
