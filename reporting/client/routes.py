"""The real services, by age and country: data that loads even when every episode is broken.

Room: reporting/client. Stays outside: wording (ids derived from the service ids), opening a browser (`runner.py`).
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator

from reporting.client.choices import RouteAge

Picture = Literal["stays", "analysts"]


class Service(BaseModel):
    """A real service: who it is for, and where the picture goes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z_]+$")
    name: str
    url: str = Field(pattern=r"^https://")
    countries: Literal["everywhere"] | tuple[str, ...]
    ages: tuple[Literal["minor", "adult"], ...] = Field(min_length=1)
    picture: Picture
    facts: tuple[str, ...] = Field(min_length=1)

    @property
    def host(self) -> str:
        """The name shown before leaving for it."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def address(self) -> str:
        """What one types to get there, from paper: with its path where that is short."""
        whole = self.url.removeprefix("https://").removeprefix("www.").rstrip("/")
        return whole if len(whole) <= 30 else self.host

    def serves(self, country: str) -> bool:
        """Whether the service is for this country (two capital letters)."""
        return self.countries == "everywhere" or country in self.countries

    def fits(self, age: RouteAge | None) -> bool:
        """Whether the service is for this age (unknown: any)."""
        return age in (None, "unknown") or age in self.ages


class Routes(BaseModel):
    """All services, in the order they are shown, and when a person last checked them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    checked: date
    services: tuple[Service, ...]

    @field_validator("services")
    @classmethod
    def _ids_are_unique(cls, services: tuple[Service, ...]) -> tuple[Service, ...]:
        if len({service.id for service in services}) != len(services):
            raise ValueError("two services have the same id")
        return services

    def ordered(self, age: RouteAge | None, country: str) -> tuple[tuple[Service, bool], ...]:
        """Each service of this country with whether it fits the age; those that fit come first."""
        marked = [(service, service.fits(age)) for service in self.services if service.serves(country)]
        return tuple(sorted(marked, key=lambda pair: not pair[1]))

    def doors(self, country: str) -> tuple[Service, ...]:
        """Those that a pupil is told about on paper: for a minor, in this country (two capital letters)."""
        return tuple(service for service, fits in self.ordered("minor", country) if fits)

    def service(self, service_id: str) -> Service | None:
        """The service of this id, or None."""
        return next((service for service in self.services if service.id == service_id), None)


def load_routes() -> Routes:
    """Read the services that come with the package. raises: pydantic.ValidationError, for a file that was damaged."""
    import yaml

    text = (files("reporting.client") / "services.yaml").read_text(encoding="utf-8")
    return Routes.model_validate(yaml.safe_load(text))
