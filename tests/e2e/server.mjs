// Serves dist/ and host pages to Playwright's tests.
import { PORT } from "./address.mjs";
import { createSite } from "./site.mjs";

createSite().listen(PORT, "127.0.0.1");
