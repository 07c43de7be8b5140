global using Compliance.Application.Common;
global using Compliance.Domain.Common;
global using FluentValidation;
global using MediatR;
global using Microsoft.EntityFrameworkCore;
