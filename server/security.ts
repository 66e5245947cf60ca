import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { HttpError } from './errors.js';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_FETCH_SITES = new Set(['same-origin', 'none']);

/** Response headers: a content policy without inline script or style, no sniffing, no framing. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Loopback is plain HTTP; behind TLS the proxy speaks for transport security.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Refuses requests for a host that is not ours (DNS rebinding). Throws HttpError 421. */
export function hostGuard(publicHost: string | null): RequestHandler {
  return (request, _response, next) => {
    const host = (request.headers.host ?? '').toLowerCase();
    const name = host.replace(/:\d+$/, '');
    const isPublic = publicHost !== null && [host, name].includes(publicHost.toLowerCase());
    if (LOOPBACK_HOSTS.has(name) || isPublic) return next();
    const hint = 'Open it under localhost, or state the name in STANDPOINT_PUBLIC_HOST.';
    next(new HttpError(421, 'unknown-host', 'This server does not answer for that host name.', hint));
  };
}

/**
 * Refuses changes that another site asks the browser for. A request without Origin and
 * Sec-Fetch-Site comes from a program, not from a page, and passes. Throws HttpError 403.
 */
export function originGuard(publicHost: string | null): RequestHandler {
  return (request, _response, next) => {
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    // A proxy may put another name into Host than the one that the browser asked for.
    const own = [host, publicHost].filter(Boolean);
    const foreignOrigin = origin !== undefined && !own.includes(hostOf(origin) ?? '');
    const foreignSite = typeof site === 'string' && !OWN_FETCH_SITES.has(site);
    if (SAFE_METHODS.has(request.method) || !(foreignOrigin || foreignSite)) return next();
    const message = 'This change was asked for by another site and was refused.';
    next(new HttpError(403, 'foreign-origin', message, 'Open Standpoint itself and try again there.'));
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
