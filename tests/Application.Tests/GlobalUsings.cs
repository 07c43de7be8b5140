global using Compliance.Domain.Common;
global using Compliance.TestKit;
global using MediatR;
