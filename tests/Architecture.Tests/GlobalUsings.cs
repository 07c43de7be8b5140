global using Compliance.Domain.Common;
