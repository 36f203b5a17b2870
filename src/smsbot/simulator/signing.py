"""Twilio's request signature, written from its documentation and not from its library.

Source: docs/usage/webhooks/webhooks-security. The signed text is the full URL as configured,
followed by each POST parameter's name and value, sorted by name; HMAC-SHA1 with the auth token;
base64.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping


def sign(url: str, params: Mapping[str, str], auth_token: str) -> str:
    """The value of X-Twilio-Signature for a form posted to `url`; never trims, never re-encodes."""
    text = url + "".join(name + params[name] for name in sorted(params))
    digest = hmac.new(auth_token.encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode("ascii")
