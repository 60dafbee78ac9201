"""Every route says who may call it, and one that does not is closed."""

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from reporting.service.answers import HANDLERS
from reporting.service.who import GuardedRoute, Who, may_call, who_may_call
from tests.reporting.service.conftest import TOKEN, Service

RIGHTS = {
    "/api/operator": Who.ANYONE,
    "/api/reports": Who.ANYONE,
    "/api/status": Who.RECEIPT,
    "/api/withdraw": Who.RECEIPT,
    "/api/training/wipe": Who.EMBEDDER,
    "/openapi.json": Who.ANYONE,
}


def routes(app: FastAPI) -> list[APIRoute]:
    """Every route there is, however it was included."""
    found: list[APIRoute] = []
    waiting = list(app.routes)
    while waiting:
        route = waiting.pop()
        inner = getattr(route, "routes", None)
        if inner is None:
            inner = getattr(getattr(route, "original_router", None), "routes", None)
        if inner is not None:
            waiting.extend(inner)
        else:
            assert isinstance(route, APIRoute), f"{route} is not one of ours"
            found.append(route)
    return found


def test_every_route_declares_who_may_call_it(service: Service) -> None:
    """No route is open without saying so; the list above is what a reviewer reads."""
    declared = {route.path: who_may_call(route.dependant) for route in routes(service.app)}
    assert declared == {path: (who,) for path, who in RIGHTS.items()}
    assert all(isinstance(route, GuardedRoute) for route in routes(service.app))


def test_a_route_that_says_nothing_is_closed() -> None:
    """Forgotten, or declared twice: 404, and its body never runs."""
    api = APIRouter(route_class=GuardedRoute)

    @api.get("/forgotten")
    def forgotten() -> str:
        raise AssertionError("this must not run")

    @api.get("/twice", dependencies=[may_call(Who.ANYONE), may_call(Who.RECEIPT)])
    def twice() -> str:
        raise AssertionError("this must not run")

    app = FastAPI(openapi_url=None, exception_handlers=dict(HANDLERS))
    app.include_router(api)
    client = TestClient(app)
    assert [client.get(path).status_code for path in ("/forgotten", "/twice")] == [404, 404]


def test_only_the_embedding_process_wipes(service: Service) -> None:
    """Without the token of the ready line, or with another, nothing is forgotten."""
    person = service.person()
    service.post("/api/reports", person.report())
    for shown in ({}, {"authorization": "Bearer " + "0" * 64}, {"authorization": TOKEN}, {"authorization": "Bearer é"}):
        headers = {name.encode(): value.encode() for name, value in shown.items()}
        assert service.client.post("/api/training/wipe", headers=headers).status_code == 403
    assert service.post("/api/status", person.proof())[0] == 200
    answer = service.client.post("/api/training/wipe", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.json() == {"version": 1, "mode": "training", "cases": 1}
    assert service.post("/api/status", person.proof())[0] == 404
