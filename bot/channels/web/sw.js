"use strict";
// Shows pushes while no page is open, and says so where there is no server. Keeps nothing of what was said.
const offline = "OFFLINE";
const TAG = "lesson"; // a newer one takes the place of the one before

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  event.respondWith(fetch(event.request).catch(() => new Response(offline, { status: 503, headers })));
});

const pages = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });

async function tell({ title, body }) {
  const looking = (await pages()).filter((page) => page.visibilityState === "visible"), inSight = looking.length > 0;
  // Browsers want every push shown. On a page that is looked at it stands already, and the page takes it away again.
  await self.registration.showNotification(title, { body, tag: TAG, icon: "/icon-192.png", lang: "ko", silent: inSight });
  if (!inSight) return self.navigator.setAppBadge?.(1);
  for (const page of looking) page.postMessage("seen");
}

self.addEventListener("push", (event) => {
  let told = {};
  try { told = event.data.json(); } catch { /* none of ours */ }
  event.waitUntil(tell({ title: "", body: "", ...told }));
});

async function open() {
  const [page] = await pages();
  return page ? page.focus() : self.clients.openWindow("/");
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});
