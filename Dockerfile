# docker build -t vigil .                             the app; worker and migrations by another command (compose.yaml)
# docker build --target demo -t vigil-demo . && docker run --rm --network host vigil-demo
#                                                     everything with the sandbox, as `npm start` does
# The build asks for no setting, no secret and no database. `npm run test:image` builds and runs it.

ARG BUILD_BASE=docker.io/library/node:24-trixie-slim
ARG RUN_BASE=docker.io/library/debian:trixie-slim

FROM ${BUILD_BASE} AS build
WORKDIR /src
COPY package.json package-lock.json ./
# The packages' own install scripts are not needed; one of them may be all that an attacker wants.
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN node scripts/bootstrap.mjs build

FROM build AS tree
# Owned by root: whoever breaks into the app changes no file of it. The data directory is all that is theirs.
RUN node_modules/node-linux-*/bin/node --disable-warning=ExperimentalWarning scripts/image-tree.ts /tree/app \
 && mkdir -p /tree/usr/local/bin \
 && cp node_modules/node-linux-*/bin/node /tree/usr/local/bin/node \
 && chmod -R u=rwX,go=rX /tree \
 && install -d -m 0700 -o 65534 -g 65534 /tree/data

FROM build AS demo
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error \
 && install -d -m 0700 -o 65534 -g 65534 /data
ENV NODE_ENV=production VIGIL_DATA_DIR=/data
VOLUME /data
USER 65534:65534
CMD ["node", "scripts/bootstrap.mjs", "start"]

FROM ${RUN_BASE} AS vigil
COPY --from=tree /tree /
WORKDIR /app
# All addresses: in a container it is the network that lets nobody else in.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VIGIL_DATA_DIR=/data
VOLUME /data
EXPOSE 3000
USER 65534:65534
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["/usr/local/bin/node", "scripts/image-health.ts"]
ENTRYPOINT ["/usr/local/bin/node"]
CMD ["--max-semi-space-size=64", "scripts/app.ts"]
