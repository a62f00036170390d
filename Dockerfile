# docker build -t callmark .
# Builds in one stage; the other holds Node and the files that scripts/runtime.mjs collects.
FROM node:22-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/runtime.mjs /runtime && mkdir /data

FROM node:22-bookworm-slim
COPY --from=build /runtime /callmark
# A new volume takes its owner from here.
COPY --from=build --chown=node:node /data /data
WORKDIR /callmark
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/health/live').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/runtime/server.mjs"]
