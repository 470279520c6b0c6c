// How large the module is as it is downloaded: node size.mjs MODULE [larger]

import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** More than this is not worth a phone's patience on a slow network. Of a module that was built without the
 * sources of the standard library (`larger`), so much more is known. */
const MOST = 400 * 1000 + (process.argv[3] === "larger" ? 40 * 1000 : 0);

const module = await readFile(process.argv[2]);
const params = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 24,
  [constants.BROTLI_PARAM_SIZE_HINT]: module.length,
};
const brotli = brotliCompressSync(module, { params }).length;
const gzip = gzipSync(module, { level: 9 }).length;
console.log(`the module has ${module.length} bytes, ${brotli} by brotli, ${gzip} by gzip`);
if (brotli > MOST) {
  console.log(`that is ${brotli - MOST} bytes more than the ${MOST} that it may have`);
  process.exitCode = 1;
}
